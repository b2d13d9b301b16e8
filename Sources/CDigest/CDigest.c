#include "CDigest.h"

static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, int n) { return (x >> n) | (x << (32 - n)); }

static void portable(uint32_t s[8], const uint8_t *p, size_t count) {
  for (; count > 0; count--, p += 64) {
    uint32_t w[64];
    for (int i = 0; i < 16; i++)
      w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 |
             (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
    for (int i = 16; i < 64; i++) {
      uint32_t a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[i - 7] +
             (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
    uint32_t a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
    for (int i = 0; i < 64; i++) {
      uint32_t t = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) +
                   K[i] + w[i];
      uint32_t u = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g, g = f, f = e, e = d + t, d = c, c = b, b = a, a = t + u;
    }
    s[0] += a, s[1] += b, s[2] += c, s[3] += d, s[4] += e, s[5] += f, s[6] += g, s[7] += h;
  }
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#define SHA __attribute__((target("sha,sse4.1,ssse3")))
#define SHA_INLINE SHA __attribute__((always_inline)) inline

// A state as the instructions want it, and the words of the block under way.
struct lane {
  __m128i abef, cdgh, w[4];
};

static SHA_INLINE void load(struct lane *l, const uint32_t s[8]) {
  __m128i t = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)s), 0xB1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(s + 4)), 0x1B);
  l->abef = _mm_alignr_epi8(t, high, 8);
  l->cdgh = _mm_blend_epi16(high, t, 0xF0);
}

static SHA_INLINE void store(const struct lane *l, uint32_t s[8]) {
  __m128i t = _mm_shuffle_epi32(l->abef, 0x1B);
  __m128i high = _mm_shuffle_epi32(l->cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)s, _mm_blend_epi16(t, high, 0xF0));
  _mm_storeu_si128((__m128i *)(s + 4), _mm_alignr_epi8(high, t, 8));
}

static SHA_INLINE void words(struct lane *l, const uint8_t *p) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  for (int i = 0; i < 4; i++)
    l->w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(p + 16 * i)), swap);
}

static SHA_INLINE void rounds(struct lane *l, int i) {
  __m128i m = _mm_add_epi32(l->w[i & 3], _mm_loadu_si128((const __m128i *)(K + 4 * i)));
  l->cdgh = _mm_sha256rnds2_epu32(l->cdgh, l->abef, m);
  l->abef = _mm_sha256rnds2_epu32(l->abef, l->cdgh, _mm_shuffle_epi32(m, 0x0E));
  // w[i] gives way to w[i + 4].
  __m128i next = _mm_sha256msg1_epu32(l->w[i & 3], l->w[(i + 1) & 3]);
  next = _mm_add_epi32(next, _mm_alignr_epi8(l->w[(i + 3) & 3], l->w[(i + 2) & 3], 4));
  l->w[i & 3] = _mm_sha256msg2_epu32(next, l->w[(i + 3) & 3]);
}

static SHA void native(uint32_t s[8], const uint8_t *p, size_t count) {
  struct lane l;
  load(&l, s);
  for (; count > 0; count--, p += 64) {
    const __m128i abef = l.abef, cdgh = l.cdgh;
    words(&l, p);
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) rounds(&l, i);
    l.abef = _mm_add_epi32(l.abef, abef);
    l.cdgh = _mm_add_epi32(l.cdgh, cdgh);
  }
  store(&l, s);
}

// Each instruction waits for the one before in its own stream, so that two streams take little
// longer than one.
static SHA void native_pair(uint32_t s[8], const uint8_t *p, uint32_t t[8], const uint8_t *q,
                            size_t count) {
  struct lane l, m;
  load(&l, s);
  load(&m, t);
  for (; count > 0; count--, p += 64, q += 64) {
    const __m128i abef = l.abef, cdgh = l.cdgh, abef2 = m.abef, cdgh2 = m.cdgh;
    words(&l, p);
    words(&m, q);
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      rounds(&l, i);
      rounds(&m, i);
    }
    l.abef = _mm_add_epi32(l.abef, abef);
    l.cdgh = _mm_add_epi32(l.cdgh, cdgh);
    m.abef = _mm_add_epi32(m.abef, abef2);
    m.cdgh = _mm_add_epi32(m.cdgh, cdgh2);
  }
  store(&l, s);
  store(&m, t);
}

static int has_sha(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1) || !(c & bit_SSSE3)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1);
}

static int knows_sha(void) {
  static int known = -1;  // racing threads store the same value
  int sha = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (sha < 0) __atomic_store_n(&known, sha = has_sha(), __ATOMIC_RELAXED);
  return sha;
}

void cdigest_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count) {
  if (knows_sha())
    native(state, blocks, count);
  else
    portable(state, blocks, count);
}

void cdigest_sha256_pair(uint32_t state[8], const uint8_t *blocks, uint32_t other[8],
                         const uint8_t *others, size_t count) {
  if (knows_sha()) {
    native_pair(state, blocks, other, others, count);
  } else {
    portable(state, blocks, count);
    portable(other, others, count);
  }
}
#else
void cdigest_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count) {
  portable(state, blocks, count);
}

void cdigest_sha256_pair(uint32_t state[8], const uint8_t *blocks, uint32_t other[8],
                         const uint8_t *others, size_t count) {
  portable(state, blocks, count);
  portable(other, others, count);
}
#endif
