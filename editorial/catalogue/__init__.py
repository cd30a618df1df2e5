"""The words of the public site itself, in each language that it speaks: one file a language.

A key is the same in every file; where a language counts, its value is a table by CLDR's plural
category. ``words.py`` chooses the file and the form.
"""
