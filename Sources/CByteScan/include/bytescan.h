#pragma once
#include <stddef.h>
#include <stdint.h>

// Finds where the cells and the rows of delimited text end, 64 bytes at a time.
//
// The masks of a block: one bit a byte. Quotes toggle, so the running XOR of the quotes before a byte says whether it
// stands inside quotes (Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019); delimiters and newlines in
// there are text. Whoever calls keeps 64 readable bytes behind `to`.

// What one call found.
typedef struct {
  // How many cells and rows end, as written to `ends` and `rows`.
  size_t ends, rows;
  // Where it stopped: `to`, or the first block with a quote that is neither at a cell's end nor one of a pair.
  size_t stopped;
  // Whether all bytes were below 0x80.
  int is_ascii;
} bytescan_found;

// Scans [from, to), where `from` is the start of a row. `ends` takes the offset of each delimiter and newline outside
// quotes, `rows` for each row how many ends there are up to and with its newline: at most to - from each, with room for
// eight more. A `quote` of 0 means that there are none.
bytescan_found bytescan_index(const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t newline,
                              uint8_t quote, uint32_t *ends, uint32_t *rows);

// How many of the bytes equal `byte`.
size_t bytescan_count(const uint8_t *bytes, size_t from, size_t to, uint8_t byte);

// How many sequences above 0x7F are UTF-8, and how many bytes are no part of one.
typedef struct {
  size_t valid, invalid;
} bytescan_characters;

bytescan_characters bytescan_utf8(const uint8_t *bytes, size_t from, size_t to);

// How many words of 64 people `bytescan_pairs` takes.
#define BYTESCAN_PAIR_WORDS 4

// Adds how many people gave each two answers. `rows` has a byte for each question of each person: 0, or one more than the
// number of the answer. `spans` says how many answers each question has. `masks` is room for BYTESCAN_PAIR_WORDS words for
// each answer to each question. `counts` has for each question a counter for each answer, then a table with each question
// behind it, row after row; how many counters there are is returned.
size_t bytescan_pairs(const uint8_t *rows, size_t people, const uint32_t *spans, size_t questions, uint64_t *masks,
                      uint32_t *counts);

// Makes memory of 64 KiB and more go back to the system when it is freed. Tables that grow little by little would else
// leave holes behind, a quarter of their size.
void bytescan_return_freed(void);
