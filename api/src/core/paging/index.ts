export { page, type PageOptions, type PageReply } from './page.ts'
