/** Lists are read page by page with an opaque, signed cursor; there are no totals and no offsets. */
import { z } from 'zod'
import { pageMax } from './page-bounds.ts'
import { Environment, Id } from './values.ts'

export const Page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(pageMax).default(50),
  cursor: z.string().max(1024).optional(),
})

/**
 * Narrows a list to one project, app or environment of those that the caller may see. What is named and
 * is not among them narrows it to nothing.
 */
export const InApp = z.strictObject({
  projectId: Id.optional().describe('Only what belongs to apps of this project'),
  appId: Id.optional(),
  environment: Environment.optional(),
})

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    page: z.object({ next: z.string().nullable(), prev: z.string().nullable() }),
  })
