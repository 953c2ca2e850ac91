"""A sound little data cube, and for each integrity constraint the words that break it.

Source: The RDF Data Cube Vocabulary (W3C, 2014), sections 10 and 11.
"""

from typing import Final

SOUND: Final = """
eg:set a qb:DataSet ; qb:structure eg:shape ; qb:slice eg:slice .
eg:shape a qb:DataStructureDefinition ; qb:component eg:c1, eg:c2, eg:c3, eg:c4 ; qb:sliceKey eg:key .
eg:c1 qb:dimension eg:year . eg:c2 qb:measure eg:people .
eg:c3 qb:attribute eg:unit ; qb:componentRequired true . eg:c4 qb:dimension eg:town .
eg:year rdfs:range rdfs:Resource . eg:town rdfs:range skos:Concept ; qb:codeList eg:towns .
eg:towns a skos:ConceptScheme . eg:here skos:inScheme eg:towns . eg:there skos:inScheme eg:towns .
eg:key a qb:SliceKey ; qb:componentProperty eg:town .
eg:slice qb:sliceStructure eg:key ; eg:town eg:here ; qb:observation eg:o1 .
eg:o1 qb:dataSet eg:set ; eg:year eg:y1 ; eg:people 3 ; eg:unit eg:one .
eg:o2 a qb:Observation ; qb:dataSet eg:set ; eg:year eg:y1 ; eg:town eg:there ; eg:people 4 ; eg:unit eg:one .
"""

_BY_TYPE: Final = """
eg:set2 a qb:DataSet ; qb:structure eg:shape2 .
eg:shape2 a qb:DataStructureDefinition ; qb:component eg:c1, eg:c2, eg:d2, eg:d3 .
eg:d2 qb:measure eg:houses . eg:d3 qb:dimension qb:measureType . qb:measureType rdfs:range rdfs:Resource .
eg:p1 qb:dataSet eg:set2 ; eg:year eg:y1 ; qb:measureType eg:people ; eg:people 3 .
"""
_HOUSES: Final = "eg:p2 qb:dataSet eg:set2 ; eg:year eg:y1 ; qb:measureType eg:houses ; eg:houses 5 ."

BREAKS: Final = {
    "1": "eg:o3 a qb:Observation .",
    "2": "eg:empty a qb:DataSet .",
    "3": "eg:shape3 a qb:DataStructureDefinition ; qb:component eg:c1 .",
    "4": "eg:loose a qb:DimensionProperty .",
    "5": "eg:loose a qb:DimensionProperty ; rdfs:range skos:Concept .",
    "6": "eg:c1 qb:componentRequired false .",
    "7": "eg:key2 a qb:SliceKey .",
    "8": "eg:key qb:componentProperty eg:other . eg:slice eg:other 1 .",
    "9": "eg:slice2 a qb:Slice .",
    "10": "eg:set qb:slice eg:slice2 . eg:slice2 qb:sliceStructure eg:key .",
    "11": "eg:o3 qb:dataSet eg:set ; eg:town eg:here ; eg:people 1 ; eg:unit eg:one .",
    "12": "eg:o3 qb:dataSet eg:set ; eg:town eg:there ; eg:year eg:y1 ; eg:people 9 ; eg:unit eg:one .",
    "13": "eg:o3 qb:dataSet eg:set ; eg:town eg:here ; eg:year eg:y2 ; eg:people 1 .",
    "14": "eg:o3 qb:dataSet eg:set ; eg:town eg:here ; eg:year eg:y2 ; eg:unit eg:one .",
    "15": _BY_TYPE + "eg:p2 qb:dataSet eg:set2 ; eg:year eg:y1 ; qb:measureType eg:houses .",
    "16": _BY_TYPE + _HOUSES + "eg:p1 eg:houses 5 .",
    "17": _BY_TYPE,
    "18": "eg:slice qb:observation eg:p9 .",
    "19a": "eg:o3 qb:dataSet eg:set ; eg:town eg:nowhere ; eg:year eg:y2 ; eg:people 1 ; eg:unit eg:one .",
    "19b": "eg:year qb:codeList eg:years . eg:years a skos:Collection ; skos:member eg:y2 .",
}
