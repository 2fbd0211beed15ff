/** A list read to its end: each page says where the next one begins, whatever was added meanwhile. */
import type { Page, Rows } from './operation.ts'

/** Asks for the page that a cursor leads to; for the first one without. */
export type AskForPage<Reply> = (cursor: string | undefined) => Promise<Reply>

export function rowsOf<Row, Reply extends Page<Row>>(ask: AskForPage<Reply>): Rows<Row, Reply> {
  async function* pages() {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const reply: Reply = await ask(cursor)
      yield reply
      cursor = reply.page.next
    }
  }
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { data } of pages()) yield* data
    },
  }
}
