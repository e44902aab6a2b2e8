"""Independent xoshiro128** stream, written from the published algorithm in exact integer arithmetic.

Blackman & Vigna, https://prng.di.unimi.it/xoshiro128starstar.c; seeding by SplitMix32 (the 0x21f0aaad / 0x735a2d97
finaliser). Run with Python 3.11: prints what test/numeric/random.test.ts expects.
"""
M = 0xFFFFFFFF

def mixer(seed):
    state = seed & M
    def step():
        nonlocal state
        state = (state + 0x9E3779B9) & M
        z = state
        z = ((z ^ (z >> 16)) * 0x21F0AAAD) & M
        z = ((z ^ (z >> 15)) * 0x735A2D97) & M
        return z ^ (z >> 15)
    return step

def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & M

def uniforms(seed, path, count):
    key = mixer(seed)()
    for step in path:
        key = mixer(key ^ (((step + 1) * 0x85EBCA6B) & M))()
    nxt = mixer(key)
    s = [nxt(), nxt(), nxt(), nxt() | 1]
    def bits():
        result = (rotl((s[1] * 5) & M, 7) * 9) & M
        t = (s[1] << 9) & M
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)
        return result
    out = []
    for _ in range(count):
        hi, lo = bits() >> 5, bits() >> 6
        out.append((hi * 67108864 + lo) / 9007199254740992)
    return out

if __name__ == "__main__":
    print(uniforms(1, [], 3))
    print(uniforms(42, [7, 3], 3))
