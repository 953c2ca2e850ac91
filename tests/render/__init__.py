"""Tests of pictures and tables of an organogram."""
