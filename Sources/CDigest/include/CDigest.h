// The compression function of SHA-256 (FIPS 180-4), with the processor's own instructions where it
// has them. Everything else about digests is in Text/SHA256.swift.
#ifndef CDIGEST_H
#define CDIGEST_H
#include <stddef.h>
#include <stdint.h>

/// Compresses `count` blocks of 64 bytes into `state`.
void cdigest_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count);

/// The same for two states and their blocks, side by side.
void cdigest_sha256_pair(uint32_t state[8], const uint8_t *blocks, uint32_t other[8],
                         const uint8_t *others, size_t count);
#endif
