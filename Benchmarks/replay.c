// The floor: writes the elements of a map that is already laid out, with libxml2's xmlTextWriter, and does nothing else.
//
//     replay RECORD OUT.svg
//
// RECORD is what Benchmarks/replay.py made of Waymark's own SVG, a list of calls: `<` name, `@` name and value, `"` text,
// each text ended by a zero byte, and `>`.
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc(size + 1);
  if (bytes && fread(bytes, 1, size, file) == (size_t)size) bytes[size] = 0;
  fclose(file);
  return bytes;
}

static char *next(char **at) {
  char *text = *at;
  *at += strlen(text) + 1;
  return text;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  char *at = read_all(arguments[1]);
  xmlTextWriterPtr writer = xmlNewTextWriterFilename(arguments[2], 0);
  if (!at || !writer) return 2;
  xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL);
  while (*at) {
    switch (*at++) {
    case '<':
      xmlTextWriterStartElement(writer, BAD_CAST next(&at));
      break;
    case '@': {
      char *name = next(&at);
      xmlTextWriterWriteAttribute(writer, BAD_CAST name, BAD_CAST next(&at));
      break;
    }
    case '"':
      xmlTextWriterWriteString(writer, BAD_CAST next(&at));
      break;
    case '>':
      xmlTextWriterEndElement(writer);
      break;
    default:
      return 2;
    }
  }
  xmlTextWriterEndDocument(writer);
  xmlFreeTextWriter(writer);
  return 0;
}
