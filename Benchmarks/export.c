// Writes a survey's export as CSV to standard output: export BYTES PERSONS QUESTIONS. The same bytes on every machine.
// Without arguments, the names of the touchpoints.
//
// In order of time, a touchpoint, two ratings, a date, a segment and a quoted comment with commas, quotes, line breaks and letters beyond
// ASCII; CRLF behind each row. With PERSONS above zero a column says who answered, each of them about as often. With
// QUESTIONS above zero each row has so many more ratings, T0, T1 and so on, behind the comment: most of them near the first one.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 20261122;

// SplitMix64 (Steele, Lea and Flood, 2014).
static uint64_t draw(void) {
  uint64_t z = state += UINT64_C(0x9E3779B97F4A7C15);
  z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
  return z ^ z >> 31;
}

static uint64_t below(uint64_t bound) { return (draw() >> 32) * bound >> 32; }

#define PICK(list) list[below(sizeof list / sizeof list[0])]

static const char *const touchpoints[] = {
    "Sees the advertisement", "Compares offers", "Reads reviews",    "Signs up",       "Proves who they are",
    "Gets the letter",        "First log-in",    "Sets up the app",  "First payment",  "Calls for help",
    "Waits on the phone",     "Writes a mail",   "Visits a branch",  "Gets the bill",  "Pays the bill",
    "Changes the address",    "Complains",       "Gets an answer",   "Recommends us",  "Leaves"};
static const char *const segments[] = {"Student", "Starter", "Family", "Pensioner", ""};
static const char *const words[] = {
    "the",    "queue", "was", "long,", "and",     "nobody", "said", "why;",  "I",     "waited", "(again)",
    "for",    "a",     "\"\"simple\"\"", "answer", "über",  "alles", "today", "would", "do",     "it",
    "online", "next",  "time,", "thanks"};

static char *put(char *at, const char *text) {
  const size_t length = strlen(text);
  memcpy(at, text, length);
  return at + length;
}

static char *put_number(char *at, uint64_t number, int digits) {
  for (int i = digits - 1; i >= 0; i--, number /= 10) at[i] = (char)('0' + number % 10);
  return at + digits;
}

// A moment of 2026, from 0 at its start to 1 at its end.
static char *put_time(char *at, double year) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const uint64_t second = (uint64_t)(year * 365 * 86400);
  int day = (int)(second / 86400), month = 0;
  while (month < 11 && day >= lengths[month]) day -= lengths[month++];
  at = put_number(put(at, "2026-"), (uint64_t)month + 1, 2);
  at = put_number(put(at, "-"), (uint64_t)day + 1, 2);
  at = put_number(put(at, " "), second / 3600 % 24, 2);
  at = put_number(put(at, ":"), second / 60 % 60, 2);
  return put_number(put(at, ":"), second % 60, 2);
}

static char *put_row(char *at, double year, uint64_t persons, uint64_t questions) {
  if (persons) {
    *at++ = 'R';
    at = put_number(at, below(persons), 9);
    *at++ = ',';
  }
  at = put(at, PICK(touchpoints));
  *at++ = ',';
  const uint64_t rating = below(6); // 5: never used
  *at++ = (char)('1' + rating);
  *at++ = ',';
  if (below(6)) *at++ = (char)('1' + below(5));
  *at++ = ',';
  at = put_time(at, year);
  *at++ = ',';
  at = put(at, PICK(segments));
  at = put(at, ",\"");
  const uint64_t count = 4 + below(12), broken = below(4) ? count : below(count);
  for (uint64_t word = 0; word < count; word++) {
    if (word) *at++ = word == broken ? '\n' : ' ';
    at = put(at, PICK(words));
  }
  *at++ = '"';
  for (uint64_t question = 0; question < questions; question++) {
    *at++ = ',';
    const uint64_t near = rating + below(3); // one off, as it is, one on; and now and then nothing
    if (below(8)) *at++ = (char)('1' + (near < 1 ? 0 : near > 5 ? 4 : near - 1));
  }
  return put(at, "\r\n");
}

int main(int count, char **arguments) {
  if (count != 4) {
    for (size_t i = 0; i < sizeof touchpoints / sizeof *touchpoints; i++) puts(touchpoints[i]);
    return 0;
  }
  const uint64_t size = strtoull(arguments[1], NULL, 10), persons = strtoull(arguments[2], NULL, 10),
                 questions = strtoull(arguments[3], NULL, 10);
  static char buffer[1 << 20];
  char *at = put(buffer, persons ? "Respondent," : "");
  at = put(at, "Touchpoint,Rating,Ease,Date,Segment,Comment");
  for (uint64_t question = 0; question < questions; question++) {
    at = put(at, ",T");
    if (question > 9) *at++ = (char)('0' + question / 10);
    *at++ = (char)('0' + question % 10);
  }
  at = put(at, "\r\n");
  uint64_t written = 0;
  while (written + (uint64_t)(at - buffer) < size) {
    if (at - buffer > (1 << 20) - 1024) {
      if (fwrite(buffer, 1, (size_t)(at - buffer), stdout) != (size_t)(at - buffer)) return 1;
      written += (uint64_t)(at - buffer);
      at = buffer;
    }
    at = put_row(at, (double)(written + (uint64_t)(at - buffer)) / (double)size, persons, questions);
  }
  return fwrite(buffer, 1, (size_t)(at - buffer), stdout) == (size_t)(at - buffer) && fflush(stdout) == 0 ? 0 : 1;
}
