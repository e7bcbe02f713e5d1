/* libxml2's HTML parser. Its headers would pull in the system's ICU, which clashes with Foundation's. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>

/* `xmlFree` is a mutable global, which Swift 6 refuses. */
static inline void khabar_xml_free(void *pointer) { xmlFree(pointer); }
