// The compression function of SHA-256 (FIPS 180-4), with the processor's own instructions where it
// has them. Everything else about digests is in Batch/SHA256.swift.
#ifndef CDIGEST_H
#define CDIGEST_H
#include <stddef.h>
#include <stdint.h>

/// Compresses `count` blocks of 64 bytes into `state`.
void cdigest_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count);
#endif
