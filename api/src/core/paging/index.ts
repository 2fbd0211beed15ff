export {
  cursorTo,
  page,
  placeIn,
  type PageOptions,
  type PageReply,
  type SortColumn,
} from './page.ts'
