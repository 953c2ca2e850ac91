-- question: waarin bewaart men dit in een gewone databank?
-- returns: tables of spells, each with four days: half-open, possible and certain
-- source: the same spells as the register; four dates compare faster than two ranges
CREATE TABLE thing (id integer PRIMARY KEY, iri text NOT NULL UNIQUE);
CREATE TABLE existence (
  city integer, thing integer, class text, since date, surely date, ended date, until date);
CREATE TABLE classification (
  city integer, thing integer, kind integer, since date, surely date, ended date, until date);
CREATE TABLE placement (
  child integer, parent integer, predicate text, since date, surely date, ended date, until date);
CREATE TABLE naming (thing integer, name text, since date, surely date, ended date, until date);
CREATE TABLE carrying (thing integer, carrier integer, since date, surely date, ended date, until date);
CREATE TABLE doing (
  city integer, unit integer, predicate text, task integer, since date, surely date, ended date, until date);
CREATE TABLE transfer (old integer, new integer);
