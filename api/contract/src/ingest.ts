/** The wire shape that all ingestion shares: one row, or many under `items`, answered row by row. */
import { z } from 'zod'
import { FieldError } from './problem.ts'
import { Id } from './values.ts'

/** Rows of one request; more are refused as too large. */
export const batchMax = 1000

/**
 * One row as it is, or many in `items`. Rows of a batch are parsed one by one by the handler, so
 * that a bad row is answered by its own refusal and stops no other; what it may hold is told all the
 * same, by the name of the row's shape.
 */
export const oneOrMany = <Row extends z.ZodType>(row: Row) =>
  z.union([z.strictObject({ items: z.array(rowOf(row)).min(1).max(batchMax) }), row])

function rowOf(row: z.ZodType) {
  const { id } = row.meta() ?? {}
  return id ? z.unknown().meta({ $ref: `#/$defs/${id}` }) : z.unknown()
}

export const IngestedRow = z
  .object({
    status: z.enum(['created', 'updated', 'unchanged']),
    id: Id,
    externalId: z.string(),
  })
  .meta({ id: 'IngestedRow' })
export type IngestedRow = z.output<typeof IngestedRow>

export const RefusedRow = z
  .object({
    status: z.literal('refused'),
    index: z.number().int().describe('The place in `items`, from 0'),
    externalId: z.string().nullable(),
    errors: z.array(FieldError),
  })
  .meta({ id: 'RefusedRow' })
export type RefusedRow = z.output<typeof RefusedRow>

export const IngestedBatch = z
  .object({
    items: z.array(z.union([IngestedRow, RefusedRow])).describe('In the order of the request'),
    counts: z.object({
      created: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
      refused: z.number().int(),
    }),
  })
  .meta({ id: 'IngestedBatch' })
export type IngestedBatch = z.output<typeof IngestedBatch>

/** A single row is answered by itself, a batch by its rows and their counts. */
export const ingestReply = z.union([IngestedBatch, IngestedRow])
