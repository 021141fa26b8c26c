#include "bytescan.h"

#if defined(__SSE2__) && !defined(BYTESCAN_PORTABLE)
#include <emmintrin.h>

typedef struct {
  __m128i part[4];
} block;

static inline block load(const uint8_t *bytes) {
  block result;
  for (int i = 0; i < 4; i++) result.part[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
  return result;
}

static inline uint64_t join(const int mask[4]) {
  return (uint64_t)(uint16_t)mask[0] | (uint64_t)(uint16_t)mask[1] << 16 | (uint64_t)(uint16_t)mask[2] << 32 |
         (uint64_t)(uint16_t)mask[3] << 48;
}

// A bit for each byte that equals `byte`.
static inline uint64_t equal(const block *b, uint8_t byte) {
  const __m128i wanted = _mm_set1_epi8((char)byte);
  int mask[4];
  for (int i = 0; i < 4; i++) mask[i] = _mm_movemask_epi8(_mm_cmpeq_epi8(b->part[i], wanted));
  return join(mask);
}

// A bit for each byte of 0x80 and above.
static inline uint64_t high(const block *b) {
  int mask[4];
  for (int i = 0; i < 4; i++) mask[i] = _mm_movemask_epi8(b->part[i]);
  return join(mask);
}

#else

typedef struct {
  uint64_t part[8];
} block;

static inline block load(const uint8_t *bytes) {
  block result;
  for (int i = 0; i < 8; i++) {
    // Byte 0 lowest, on any machine; compilers make one load of it.
    uint64_t word = 0;
    for (int k = 0; k < 8; k++) word |= (uint64_t)bytes[8 * i + k] << (8 * k);
    result.part[i] = word;
  }
  return result;
}

// The top bits of the bytes of a word, as 8 bits.
static inline uint64_t gather(uint64_t tops) { return ((tops >> 7) * UINT64_C(0x0102040810204080)) >> 56; }

static inline uint64_t equal(const block *b, uint8_t byte) {
  const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F), wanted = UINT64_C(0x0101010101010101) * byte;
  uint64_t result = 0;
  for (int i = 0; i < 8; i++) {
    const uint64_t x = b->part[i] ^ wanted;
    result |= gather(~(((x & low) + low) | x | low)) << (8 * i);
  }
  return result;
}

static inline uint64_t high(const block *b) {
  uint64_t result = 0;
  for (int i = 0; i < 8; i++) result |= gather(b->part[i] & UINT64_C(0x8080808080808080)) << (8 * i);
  return result;
}

#endif

static inline uint64_t running_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

// What a block hands on to the next.
typedef struct {
  uint64_t inside;   // all ones inside quotes
  uint64_t before;   // 1 where a quote may open at the next byte
  uint64_t closed;   // 1 where the last byte closes a quote
  uint64_t returned; // 1 where the last byte is a carriage return behind a closing quote
} carry;

// The cell and row ends of a block in `ends` and `newlines`; false where a quote is out of place.
static inline int scan(const block *b, uint8_t delimiter, uint8_t newline, uint8_t quote, carry *c, uint64_t *ends,
                       uint64_t *newlines) {
  const uint64_t n = equal(b, newline), d = equal(b, delimiter) | n;
  const uint64_t q = quote ? equal(b, quote) : 0;
  if (!(q | c->inside | c->closed | c->returned)) {
    *ends = d;
    *newlines = n;
    c->before = d >> 63;
    return 1;
  }
  const uint64_t inside = running_xor(q) ^ c->inside;
  const uint64_t outer = d & ~inside, opening = q & inside, closing = q & ~inside;
  const uint64_t before = (outer | q) << 1 | c->before;
  const uint64_t behind = closing << 1 | c->closed;
  const uint64_t returns = behind & equal(b, '\r') & ~n;
  const uint64_t behind_return = returns << 1 | c->returned;
  if ((opening & ~before) | (behind & ~(d | q | returns)) | (behind_return & ~n)) return 0;
  *ends = outer;
  *newlines = n & ~inside;
  c->inside = (uint64_t)((int64_t)inside >> 63);
  c->before = (outer | q) >> 63;
  c->closed = closing >> 63;
  c->returned = returns >> 63;
  return 1;
}

// Writes where the bits are. The first four are written whether they are there or not, so that there is little to guess
// for the processor; what is too much is written over by the next block.
static inline uint32_t *append(uint32_t *end, uint32_t at, uint64_t bits) {
  uint32_t *const behind = end + __builtin_popcountll(bits);
  for (int i = 0; i < 4; i++) {
    end[i] = at + (uint32_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
    bits &= bits - 1;
  }
  end += 4;
  while (bits) {
    *end++ = at + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return behind;
}

bytescan_found bytescan_index(const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t newline,
                              uint8_t quote, uint32_t *ends, uint32_t *rows) {
  bytescan_found found = {0, 0, from, 1};
  carry c = {0, 1, 0, 0};
  uint64_t any_high = 0;
  uint32_t *end = ends, *row = rows;
  for (size_t at = from; at < to; at += 64) {
    const block b = load(bytes + at);
    uint64_t cells, newlines;
    if (!scan(&b, delimiter, newline, quote, &c, &cells, &newlines)) break;
    const size_t left = to - at;
    const uint64_t valid = left < 64 ? (UINT64_C(1) << left) - 1 : ~UINT64_C(0);
    any_high |= high(&b) & valid;
    cells &= valid;
    newlines &= valid;
    while (newlines) {
      const uint64_t upto = newlines ^ (newlines - 1);
      *row++ = (uint32_t)(end - ends) + (uint32_t)__builtin_popcountll(cells & upto);
      newlines &= newlines - 1;
    }
    end = append(end, (uint32_t)at, cells);
    found.stopped = left < 64 ? to : at + 64;
  }
  found.ends = (size_t)(end - ends);
  found.rows = (size_t)(row - rows);
  found.is_ascii = any_high == 0;
  return found;
}

size_t bytescan_count(const uint8_t *bytes, size_t from, size_t to, uint8_t byte) {
  size_t count = 0, at = from;
  for (; at + 64 <= to; at += 64) {
    const block b = load(bytes + at);
    count += (size_t)__builtin_popcountll(equal(&b, byte));
  }
  for (; at < to; at++) count += bytes[at] == byte;
  return count;
}

// The length of the sequence that starts at a byte of 0x80 or above; 0 where it is not UTF-8 (Unicode 16, table 3-7).
static size_t sequence(const uint8_t *bytes, size_t left) {
  const uint8_t first = bytes[0];
  if (first < 0xC2 || first > 0xF4) return 0;
  const size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (left < length) return 0;
  const uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const uint8_t top = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (bytes[1] < low || bytes[1] > top) return 0;
  for (size_t i = 2; i < length; i++)
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  return length;
}

void bytescan_utf8(const uint8_t *bytes, size_t from, size_t to, size_t *valid, size_t *invalid) {
  size_t at = from;
  while (at < to) {
    uint64_t above = 0;
    if (to - at >= 64) {
      const block b = load(bytes + at);
      above = high(&b);
    } else {
      for (size_t i = 0; i < to - at; i++) above |= (uint64_t)(bytes[at + i] >> 7) << i;
    }
    // Where the block before ended within a sequence, `at` is behind it already.
    size_t next = at + 64;
    while (above) {
      const size_t place = at + (size_t)__builtin_ctzll(above);
      const size_t length = sequence(bytes + place, to - place);
      *(length ? valid : invalid) += 1;
      const size_t behind = place + (length ? length : 1);
      if (behind >= at + 64) {
        next = behind;
        break;
      }
      above &= ~UINT64_C(0) << (behind - at);
    }
    at = next;
  }
}
