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
# Simplified characters of our names, each with the traditional one.
_TRADITIONAL = (
    "丽麗 乐樂 亚亞 优優 伦倫 仑侖 价價 凯凱 华華 单單 卫衛 双雙 备備 复復 头頭 奥奧 宁寧 尔爾 库庫 择擇 "
    "扰擾 维維 纳納 组組 络絡 罗羅 贝貝 赛賽 迈邁 适適 锐銳 长長 马馬 鲁魯 麦麥 芦蘆 苏蘇 莱萊 萨薩 诗詩 "
    "诺諾 贺賀 玛瑪 达達 韦韋 飞飛 须須 汉漢 泽澤 灵靈 爱愛 来來 杰傑 欧歐 兰蘭 圣聖 谱譜 体體 疗療 纽紐"
)
_SIMPLIFIED = str.maketrans({pair[1]: pair[0] for pair in _TRADITIONAL.split()})
_SAME = str.maketrans({sign: group[0] for group in _ALIKE.split() for sign in group[1:]})


def simplified(text: str) -> str:
    """Return Chinese text in simplified characters: 單抗 is 单抗."""
    return text.translate(_SIMPLIFIED)


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
