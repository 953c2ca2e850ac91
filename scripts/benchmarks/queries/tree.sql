-- question: wat staat op een dag onder de top, op elke diepte, en de top zelf?
-- returns: thing
-- source: the rules of level.rq
WITH RECURSIVE tree AS (
  SELECT id AS node FROM thing WHERE iri = %(root)s
  UNION
  SELECT p.child
  FROM tree JOIN placement p ON p.parent = tree.node
  WHERE p.since <= %(day)s::date AND p.until > %(day)s::date
    AND EXISTS (
      SELECT 1 FROM existence e
      WHERE e.thing = p.child AND e.since <= %(day)s::date AND e.until > %(day)s::date)
    AND (p.predicate = 'memberOf' OR (p.surely <= %(day)s::date AND p.ended > %(day)s::date) OR NOT EXISTS (
      SELECT 1 FROM placement o
      WHERE o.child = p.child AND o.predicate <> 'memberOf' AND o.parent <> p.parent
        AND o.surely <= %(day)s::date AND o.ended > %(day)s::date))
)
SELECT t.iri FROM tree JOIN thing t ON t.id = tree.node
