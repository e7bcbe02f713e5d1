/* FriBidi, which the tests hold the layout against; the program knows nothing of it. */
#include <fribidi.h>

/* The flags are macros of casts, which Swift does not import. */
static const FriBidiFlags khabar_fribidi_arabic = FRIBIDI_FLAGS_ARABIC;
static const FriBidiParType khabar_fribidi_automatic = FRIBIDI_PAR_ON;
static const FriBidiParType khabar_fribidi_left_to_right = FRIBIDI_PAR_LTR;
static const FriBidiParType khabar_fribidi_right_to_left = FRIBIDI_PAR_RTL;
