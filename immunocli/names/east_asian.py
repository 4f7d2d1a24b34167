"""Tells what is heard of Japanese and Chinese names: long vowels, and characters that sound alike, as one."""

from __future__ import annotations

import re
import unicodedata

_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{5,}")
_ANTIBODY = re.compile(r"[\u4e00-\u9fff]{3,}单抗")
_LETTER = "KATAKANA LETTER "
_LONG = ("ー", "ッ")
# What makes a vowel longer that stands behind one: キイ and キー, ボウ and ボー, セイ and セー.
_LONGER = {"A": "A", "I": "I", "U": "U", "E": "EI", "O": "OU"}
# Of characters that sound alike in Mandarin one stands for the others.
_ALIKE = "珠株朱诛 单丹 利力立丽莉 妥托脱 昔西希惜 纳那 武五伍 曲屈 帕怕 瑞锐 普谱 奥澳 贝倍 泊伯 度渡 维唯韦 尤由 雷蕾"
_SAME = str.maketrans({sign: group[0] for group in _ALIKE.split() for sign in group[1:]})


def heard(text: str) -> str:
    """Return what is heard of a word in katakana, or of an antibody's Chinese name; empty for others."""
    if _ANTIBODY.fullmatch(text):
        return text.translate(_SAME)
    text = unicodedata.normalize("NFKC", text)
    if not _KATAKANA.fullmatch(text):
        return ""
    kept = []
    vowel = ""
    for sign in text:
        letter = "" if sign in _LONG else unicodedata.name(sign).removeprefix(_LETTER)
        if not letter or (len(letter) == 1 and letter in _LONGER.get(vowel, "")):
            continue
        vowel = letter[-1]
        kept.append(sign)
    return "".join(kept)
