-- question: waarin bewaart men dit in een gewone databank?
-- returns: tables with half-open date ranges, joined as spells, indexed on both ends
-- source: the same spells as the register; loading them is not timed
CREATE TABLE thing (id integer PRIMARY KEY, iri text NOT NULL UNIQUE);
CREATE TABLE existence (thing integer, class text, possible daterange, certain daterange);
CREATE TABLE placement (child integer, parent integer, predicate text, possible daterange, certain daterange);
CREATE TABLE naming (thing integer, name text, possible daterange, certain daterange);
CREATE TABLE carrying (thing integer, carrier integer, possible daterange, certain daterange);
CREATE TABLE doing (unit integer, predicate text, task integer, possible daterange, certain daterange);
CREATE TABLE transfer (old integer, new integer);
