-- question: wat is op twee dagen mogelijk van wat dan onder de top staat?
-- returns: day (1 or 2), thing, predicate, value, certain
-- source: the rules of level.rq and statements.rq, in one round trip
WITH RECURSIVE tree AS (
  SELECT d.at, d.day, id AS node
  FROM thing, (VALUES (1, %(since)s::date), (2, %(until)s::date)) AS d (at, day) WHERE iri = %(root)s
  UNION
  SELECT tree.at, tree.day, p.child
  FROM tree JOIN placement p ON p.parent = tree.node
  WHERE p.since <= tree.day AND p.until > tree.day
    AND EXISTS (SELECT 1 FROM existence e WHERE e.thing = p.child AND e.since <= tree.day AND e.until > tree.day)
    AND (p.predicate = 'memberOf' OR (p.surely <= tree.day AND p.ended > tree.day) OR NOT EXISTS (
      SELECT 1 FROM placement o
      WHERE o.child = p.child AND o.predicate <> 'memberOf' AND o.parent <> p.parent
        AND o.surely <= tree.day AND o.ended > tree.day))
), sides AS (
  SELECT d.at, d.day, u.node
  FROM (SELECT DISTINCT node FROM tree) u, (VALUES (1, %(since)s::date), (2, %(until)s::date)) AS d (at, day)
), said AS (
  SELECT at, node, 'type' AS predicate, class AS value, surely <= day AND ended > day AS certain
  FROM sides JOIN existence ON thing = node WHERE since <= day AND until > day
  UNION ALL
  SELECT at, node, predicate, iri, surely <= day AND ended > day
  FROM sides JOIN placement ON child = node JOIN thing ON id = parent WHERE since <= day AND until > day
  UNION ALL
  SELECT at, node, 'prefLabel', name, surely <= day AND ended > day
  FROM sides JOIN naming ON thing = node WHERE since <= day AND until > day
  UNION ALL
  SELECT at, node, 'legalCarrier', iri, surely <= day AND ended > day
  FROM sides JOIN carrying c ON c.thing = node JOIN thing ON id = carrier WHERE since <= day AND until > day
  UNION ALL
  SELECT at, node, predicate, iri, surely <= day AND ended > day
  FROM sides JOIN doing ON unit = node JOIN thing ON id = task WHERE since <= day AND until > day
)
SELECT said.at, thing.iri, said.predicate, said.value, said.certain FROM said JOIN thing ON thing.id = said.node
