import { partOf } from '../part.ts'

/** The sign-in with a company: fetched by whoever begins with it, or comes back from it. */
export const companyPart = partOf(
  () => import(/* webpackChunkName: "company" */ './company-page.tsx'),
)
