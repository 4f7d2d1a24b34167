"""How a use relates to the cancer that was asked for."""

SAME, NARROWER, WIDER, ANY_TUMOR = RELATIONS = ("same", "narrower", "wider", "any-tumor")
