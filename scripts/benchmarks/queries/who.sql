-- question: wie is op een dag verantwoordelijk voor een taak, voert ze uit of werkt mee?
-- returns: unit, predicate, certain
-- source: the rules of who.rq
SELECT u.iri, d.predicate, d.certain @> %(day)s::date
FROM thing t JOIN doing d ON d.task = t.id JOIN thing u ON u.id = d.unit
WHERE t.iri = %(task)s AND d.possible @> %(day)s::date
