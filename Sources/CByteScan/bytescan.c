#include "bytescan.h"

#include <string.h>

// 64 bytes at once. Clang makes of these whatever the processor has: SSE2, AVX2, AVX-512, NEON, or plain words.
typedef uint8_t block __attribute__((ext_vector_type(64)));
typedef _Bool mask __attribute__((ext_vector_type(64)));

#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t word(mask bits) {
  uint64_t result;
  memcpy(&result, &bits, sizeof result);
  return result;
}

// A bit for each of 64 bytes that equals `byte`.
INLINE uint64_t equal(const uint8_t *bytes, uint8_t byte) {
  block b;
  memcpy(&b, bytes, sizeof b);
  return word(__builtin_convertvector(b == (block)byte, mask));
}

// A bit for each of 64 bytes that is `least` or above.
INLINE uint64_t from_on(const uint8_t *bytes, uint8_t least) {
  block b;
  memcpy(&b, bytes, sizeof b);
  return word(__builtin_convertvector(b >= (block)least, mask));
}

INLINE uint64_t running_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

// What a block hands on to the next.
typedef struct {
  uint64_t quoted;   // whether there was a quote yet
  uint64_t inside;   // all ones inside quotes
  uint64_t before;   // 1 where a quote may open at the next byte
  uint64_t closed;   // 1 where the last byte closes a quote
  uint64_t returned; // 1 where the last byte is a carriage return behind a closing quote
} carry;

// The cell and row ends of a block in `ends` and `newlines`; false where a quote is out of place.
INLINE int scan(const uint8_t *bytes, uint8_t delimiter, uint8_t newline, uint8_t quote, carry *c, uint64_t *ends,
                uint64_t *newlines) {
  const uint64_t n = equal(bytes, newline), d = equal(bytes, delimiter) | n;
  const uint64_t q = quote ? equal(bytes, quote) : 0;
  c->quoted |= q;
  // Asked of the whole text and not of the block, so that there is nothing to guess for the processor.
  if (!c->quoted) {
    *ends = d;
    *newlines = n;
    c->before = d >> 63;
    return 1;
  }
  const uint64_t inside = running_xor(q) ^ c->inside;
  const uint64_t outer = d & ~inside, opening = q & inside, closing = q & ~inside;
  const uint64_t before = (outer | q) << 1 | c->before;
  const uint64_t behind = closing << 1 | c->closed;
  const uint64_t returns = behind & equal(bytes, '\r') & ~n;
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

// Writes where the bits are. The first eight are written whether they are there or not, so that there is little to guess
// for the processor; what is too much is written over by the next block.
INLINE uint32_t *append(uint32_t *end, uint32_t at, uint64_t bits) {
  uint32_t *const behind = end + __builtin_popcountll(bits);
  for (int i = 0; i < 8; i++) {
    end[i] = at + (uint32_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
    bits &= bits - 1;
  }
  for (end += 8; bits; bits &= bits - 1) *end++ = at + (uint32_t)__builtin_ctzll(bits);
  return behind;
}

// How many ends there are up to and with each newline; one is written in any case, too.
INLINE uint32_t *append_rows(uint32_t *row, uint32_t before, uint64_t cells, uint64_t newlines) {
  uint32_t *const behind = row + __builtin_popcountll(newlines);
  do {
    *row++ = before + (uint32_t)__builtin_popcountll(cells & (newlines ^ (newlines - 1)));
    newlines &= newlines - 1;
  } while (newlines);
  return behind;
}

INLINE bytescan_found any_index(const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t newline,
                                uint8_t quote, uint32_t *ends, uint32_t *rows) {
  bytescan_found found = {0, 0, from, 1};
  carry c = {0, 0, 1, 0, 0};
  uint64_t any_high = 0;
  uint32_t *end = ends, *row = rows;
  for (size_t at = from; at < to; at += 64) {
    uint64_t cells, newlines;
    if (!scan(bytes + at, delimiter, newline, quote, &c, &cells, &newlines)) break;
    const size_t left = to - at;
    const uint64_t valid = left < 64 ? (UINT64_C(1) << left) - 1 : ~UINT64_C(0);
    any_high |= from_on(bytes + at, 0x80) & valid;
    cells &= valid;
    row = append_rows(row, (uint32_t)(end - ends), cells, newlines & valid);
    end = append(end, (uint32_t)at, cells);
    found.stopped = left < 64 ? to : at + 64;
  }
  found.ends = (size_t)(end - ends);
  found.rows = (size_t)(row - rows);
  found.is_ascii = any_high == 0;
  return found;
}

INLINE size_t any_count(const uint8_t *bytes, size_t from, size_t to, uint8_t byte) {
  size_t found = 0, at = from;
  for (; at + 64 <= to; at += 64) found += (size_t)__builtin_popcountll(equal(bytes + at, byte));
  for (; at < to; at++) found += bytes[at] == byte;
  return found;
}

// The length of the sequence that starts at a byte of 0x80 or above; 0 where it is not UTF-8 (Unicode 16, table 3-7).
INLINE size_t sequence(const uint8_t *bytes, size_t left) {
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

INLINE bytescan_characters any_utf8(const uint8_t *bytes, size_t from, size_t to) {
  bytescan_characters found = {0, 0};
  size_t at = from;
  while (at < to) {
    size_t next = at + 64;
    uint64_t above = 0;
    if (to - at >= 64) {
      above = from_on(bytes + at, 0x80);
      const uint64_t first = from_on(bytes + at, 0xC0), rest = above & ~first;
      // Pairs only, and whole ones: Latin, Greek, Cyrillic, Hebrew, Arabic. With 0xC0 and 0xC1 nothing begins.
      if (first << 1 == rest && !(first >> 63) && first == from_on(bytes + at, 0xC2) && !from_on(bytes + at, 0xE0)) {
        found.valid += (size_t)__builtin_popcountll(first);
        above = 0;
      }
    } else {
      for (size_t i = 0; i < to - at; i++) above |= (uint64_t)(bytes[at + i] >> 7) << i;
    }
    while (above) {
      const size_t place = at + (size_t)__builtin_ctzll(above);
      const size_t length = sequence(bytes + place, to - place);
      *(length ? &found.valid : &found.invalid) += 1;
      const size_t behind = place + (length ? length : 1);
      // Where the block ends within a sequence, the next starts behind it.
      if (behind >= at + 64) {
        next = behind;
        break;
      }
      above &= ~UINT64_C(0) << (behind - at);
    }
    at = next;
  }
  return found;
}

INLINE size_t any_pairs(const uint8_t *rows, size_t people, const uint32_t *spans, size_t questions, uint64_t *masks,
                        uint32_t *counts) {
  // Of each answer, a bit for each person who gave it.
  size_t answers = 0;
  for (size_t question = 0; question < questions; question++) {
    uint64_t *const given = masks + answers * BYTESCAN_PAIR_WORDS;
    memset(given, 0, spans[question] * BYTESCAN_PAIR_WORDS * sizeof *given);
    for (size_t person = 0; person < people; person++) {
      const size_t answer = rows[person * questions + question];
      if (answer) given[(answer - 1) * BYTESCAN_PAIR_WORDS + person / 64] |= UINT64_C(1) << person % 64;
    }
    answers += spans[question];
  }
  const uint32_t *const begin = counts;
  for (size_t first = 0; first < questions; first++) {
    const uint64_t *const own = masks;
    masks += spans[first] * BYTESCAN_PAIR_WORDS;
    for (size_t x = 0; x < spans[first]; x++, counts++)
      for (size_t word = 0; word < BYTESCAN_PAIR_WORDS; word++)
        *counts += (uint32_t)__builtin_popcountll(own[x * BYTESCAN_PAIR_WORDS + word]);
    const uint64_t *columns = masks;
    for (size_t second = first + 1; second < questions; second++) {
      for (size_t x = 0; x < spans[first]; x++) {
        const uint64_t *const row = own + x * BYTESCAN_PAIR_WORDS;
        for (size_t y = 0; y < spans[second]; y++, counts++) {
          const uint64_t *const column = columns + y * BYTESCAN_PAIR_WORDS;
          uint32_t both = 0;
          for (size_t word = 0; word < BYTESCAN_PAIR_WORDS; word++)
            both += (uint32_t)__builtin_popcountll(row[word] & column[word]);
          *counts += both;
        }
      }
      columns += spans[second] * BYTESCAN_PAIR_WORDS;
    }
  }
  return (size_t)(counts - begin);
}

// Each of them twice where the processor may know more than the compiler may assume.
#if defined(__x86_64__) && !defined(__AVX2__)
#define OFFER(type, name, parameters, arguments)                                                                       \
  __attribute__((target("arch=x86-64-v3"))) static type v3_##name parameters { return any_##name arguments; }            \
  type bytescan_##name parameters {                                                                                    \
    return __builtin_cpu_supports("x86-64-v3") ? v3_##name arguments : any_##name arguments;                           \
  }
#else
#define OFFER(type, name, parameters, arguments)                                                                       \
  type bytescan_##name parameters { return any_##name arguments; }
#endif

OFFER(bytescan_found, index,
      (const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t newline, uint8_t quote, uint32_t *ends,
       uint32_t *rows),
      (bytes, from, to, delimiter, newline, quote, ends, rows))
OFFER(size_t, count, (const uint8_t *bytes, size_t from, size_t to, uint8_t byte), (bytes, from, to, byte))
OFFER(bytescan_characters, utf8, (const uint8_t *bytes, size_t from, size_t to), (bytes, from, to))
OFFER(size_t, pairs,
      (const uint8_t *rows, size_t people, const uint32_t *spans, size_t questions, uint64_t *masks, uint32_t *counts),
      (rows, people, spans, questions, masks, counts))
