import { partOf } from '../part.ts'

/** What mails lead to, and the ways to such a mail: fetched by whoever comes there. */
export const linkPart = partOf(() => import(/* webpackChunkName: "links" */ './link-page.tsx'))
