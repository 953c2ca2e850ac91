-- question: wie is op een dag in een organisatie verantwoordelijk voor een taak, voert ze uit of werkt mee?
-- returns: unit, predicate, certain
-- source: the rules of who.rq
SELECT u.iri, d.predicate, d.surely <= %(day)s::date AND d.ended > %(day)s::date
FROM thing t JOIN thing c ON c.iri = %(city)s
  JOIN doing d ON d.task = t.id AND d.city = c.id JOIN thing u ON u.id = d.unit
WHERE t.iri = %(task)s AND d.since <= %(day)s::date AND d.until > %(day)s::date
