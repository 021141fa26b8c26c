#!/usr/bin/env python3
"""Draws as the review does, in Python: of the same operations on doubles, so the same to the last bit.

Run in this folder: python3 draws.py ../../Golden/review/draws.bits
compares every bit pattern in the golden that the Swift tests hold to, and says how many there are.
"""
import math
import sys

MASK = (1 << 64) - 1
LN2_HIGH, LN2_LOW = float.fromhex("0x1.62e42fee00000p-1"), float.fromhex("0x1.a39ef35793c76p-33")


def log(x):
    significand, exponent = math.frexp(x)
    significand, exponent = significand * 2, exponent - 1
    if significand > 1.4142135623730951:
        significand, exponent = significand / 2, exponent + 1
    s = (significand - 1) / (significand + 1)
    square, total = s * s, 0.0
    for k in range(25, 0, -2):
        total = total * square + 1 / k
    return exponent * LN2_HIGH + (2 * s * total + exponent * LN2_LOW)


class Draws:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
        return z ^ (z >> 31)

    def uniform(self):
        return ((self.next() >> 12) + 0.5) * 2.0 ** -52

    def normal(self):
        while True:
            u = self.uniform()
            v = 1.7156 * (self.uniform() - 0.5)
            x, y = u - 0.449871, abs(v) + 0.386595
            q = x * x + y * (0.196 * y - 0.25472 * x)
            if q < 0.27597 or (q <= 0.27846 and v * v <= -4 * log(u) * u * u):
                return v / u

    def gamma(self, shape):
        d = shape - 1 / 3
        c, quick = 1 / math.sqrt(9 * d), 1 / (54 * d)
        while True:
            x = self.normal()
            root = 1 + c * x
            if root <= 0:
                continue
            v, u, square = root * root * root, self.uniform(), x * x
            if root >= 0.5 and u < 1 - square * square * quick:
                return d * v
            if log(u) < 0.5 * square + d * (1 - v + log(v)):
                return d * v

    def beta(self, a, b):
        x = self.gamma(a)
        return x / (x + self.gamma(b))


draws, draw, count, index = Draws(1), None, 0, 0
for line in open(sys.argv[1]):
    words = line.split()
    if words[0] == "uniform":
        draw = draws.uniform
    elif words[0] == "normal":
        draw = draws.normal
    elif words[0] == "beta":
        draw = lambda a=float(words[1]), b=float(words[2]): draws.beta(a, b)
    elif words[0] == "logarithm":
        draw = lambda: log((index := count_of_logarithms.pop(0)) * index / 37)
        count_of_logarithms = [float(i) for i in range(1, 17)]
    elif words[0] == "after":
        for _ in range(100_000):
            draws.beta(2.5, 8)
        draw = draws.uniform
    else:
        ours, theirs = draw(), int(words[1], 16)
        assert ours == float(words[0]) and ours.hex() == __import__("struct").unpack(">d", theirs.to_bytes(8, "big"))[0].hex(), line
        count += 1
print(f"{count} bit patterns agree")
