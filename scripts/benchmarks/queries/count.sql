-- question: hoeveel eenheden van elke soort heeft elke organisatie zeker op een dag?
-- returns: city, kind, units
-- source: the rules of count.rq
SELECT c.iri, k.iri, n FROM (
  SELECT s.city, s.kind, count(DISTINCT s.thing) AS n
  FROM classification s JOIN existence e ON e.thing = s.thing AND e.city = s.city
  WHERE e.class = 'http://www.w3.org/ns/org#OrganizationalUnit'
    AND s.surely <= %(day)s::date AND s.ended > %(day)s::date
    AND e.surely <= %(day)s::date AND e.ended > %(day)s::date
  GROUP BY s.city, s.kind
) found JOIN thing c ON c.id = found.city JOIN thing k ON k.id = found.kind
