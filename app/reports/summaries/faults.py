"""What went wrong in a template, said in Chinese: the words of the template engine are not for clerks."""

from __future__ import annotations

import re

from jinja2 import TemplateError

FAULTS = (
    *(TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError),
    *(AssertionError, RecursionError, MemoryError, SyntaxError, NameError),
)
"""Errors that the text of a template can bring about."""
FULL_WIDTH = "（）“”‘’，：；＝｛｝％【】"
SAYINGS = (
    (r"'(.+)' is undefined", "不认识「{0}」，请检查这个词，或者它的引号写成了全角"),
    (r"unexpected char ['\"]([" + FULL_WIDTH + r"])['\"].*", "「{0}」是全角符号，写法里要用半角的括号、引号和逗号"),
    (r"unexpected char [\"']['\"][\"'].*", "有引号没有成对"),
    (r"unexpected char '(.+)' at.*", "「{0}」不能写在这里"),
    (r".*The innermost block that needs to be closed is '(\w+)'.*", "{{% {0} %}} 没有写 {{% end{0} %}} 结束"),
    (r"Encountered unknown tag '(end\w+|else|elif)'.*", "多了一个 {{% {0} %}}，前面没有相应的开头"),
    (r"Encountered unknown tag '(.+?)'.*", "没有 {{% {0} %}} 这种写法，可用 if、for、set"),
    (r"No (?:filter|test) named '(.+)'\.?", "没有「{0}」这种写法"),
    (r"Missing end of comment tag", "注释没有写 #} 结束"),
    (r"unexpected end of template.*", "括号没有成对，或者没有写 }} 结束"),
    (r"unexpected '(.+)', expected '(.+)'", "这里有「{0}」，应当先写「{1}」，请检查括号和引号是否成对"),
    (r"expected token '(.+)', got '(.+)'", "这里是「{1}」，应当是「{0}」，请检查括号、引号和逗号"),
    (r"unexpected '(.+)'", "「{0}」不能写在这里"),
    (r"access to attribute '(.+)' of .* is unsafe\.?", "总结里不能用「.{0}」"),
    (r".* has no attribute '(.+)'", "没有「{0}」这一栏"),
    (r".*Range too big.*", "循环的次数太多"),
    (r".*got an unexpected keyword argument '(.+)'", "没有「{0}」这个选项"),
    (r".*multiple values for argument '(.+)'", '里的条件 {0} 要和内容一起写在引号里，如 "{0}=内容"'),
    (r".*missing .*required .*", "括号里少写了内容"),
    (r".*(?:takes|too many) .*positional argument.*", "括号里多写了内容"),
    (r".*division.* by zero.*", "除数为零"),
    (r".* object is not callable", "它后面不能加括号"),
    (r".* object is not iterable", "for 后面不是一列内容"),
)


SIGNS = {"end of print statement": "}}", "end of statement block": "%}", "end of template": "模板末尾"}


def _sign(word: str) -> str:
    """A token of the engine as it is typed."""
    return SIGNS.get(word, word)


def said(error: BaseException) -> str:
    """The error as one Chinese phrase; what was written for clerks stays as it is."""
    told = (getattr(error, "message", None) or str(error)).strip()
    for pattern, words in SAYINGS:
        if found := re.fullmatch(pattern, told, re.DOTALL):
            return words.format(*map(_sign, found.groups())) if "{0}" in words else words
    if re.search(r"[\u4e00-\u9fff]", told) and not isinstance(error, KeyError):
        return told.rstrip("。")
    if isinstance(error, (RecursionError, MemoryError, SyntaxError)):
        return "括号或 {% %} 套得太深，请拆开写"
    return "这一处写法不对，请照「改总结的模板」里的例子检查"
