import type { Transaction } from '../database/index.ts'

const rowsAtOnce = 1000
let cursors = 0

/** Reads through a server-side cursor, so that no more than a thousand rows are held at once. */
export async function* readByCursor<Row>(
  transaction: Transaction,
  query: string,
  bindings: readonly unknown[],
): AsyncGenerator<Row> {
  const name = `read_${(cursors += 1)}`
  await transaction.query(`declare ${name} no scroll cursor for ${query}`, [...bindings])
  for (;;) {
    const { rows } = await transaction.query<Row>(`fetch ${rowsAtOnce} from ${name}`)
    yield* rows
    if (rows.length < rowsAtOnce) break
  }
  await transaction.query(`close ${name}`)
}
