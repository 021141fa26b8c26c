/// libxml2 for Swift: without ICU (its types clash with Foundation's), and with its macros and globals as functions.
#ifndef WAYMARK_LIBXML2_SHIM_H
#define WAYMARK_LIBXML2_SHIM_H
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// `xmlFree` is a mutable global function pointer, which Swift 6 rejects.
static inline void waymark_xml_free(void *pointer) { xmlFree(pointer); }
#endif
