-- question: waar kwam een eenheid vandaan, en wat werd ervan, hoever ook?
-- returns: old, new
-- source: the rules of onward.rq and back.rq
WITH RECURSIVE onward AS (
  SELECT t.old, t.new FROM transfer t JOIN thing ON thing.id = t.old WHERE thing.iri = %(unit)s
  UNION SELECT t.old, t.new FROM onward JOIN transfer t ON t.old = onward.new
), back AS (
  SELECT t.old, t.new FROM transfer t JOIN thing ON thing.id = t.new WHERE thing.iri = %(unit)s
  UNION SELECT t.old, t.new FROM back JOIN transfer t ON t.new = back.old
)
SELECT o.iri, n.iri
FROM (SELECT * FROM onward UNION SELECT * FROM back) s JOIN thing o ON o.id = s.old JOIN thing n ON n.id = s.new
