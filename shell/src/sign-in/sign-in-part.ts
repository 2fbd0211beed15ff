import { keep, readKept } from '../frame/kept/kept.ts'
import { partOf } from '../part.ts'

/** The sign-in, which whoever is signed in has no use for. */
export const signInPart = partOf(
  () => import(/* webpackChunkName: "sign-in" */ './sign-in-page.tsx'),
)

const name = 'sonaqor-was-signed-in'

/** Whether this browser is likely to bring somebody who is signed in still: whoever was last here was. */
export const wasSignedIn = (): boolean => readKept('browser', name) === true

export const keepSignedIn = (isSignedIn: boolean): void => {
  if (isSignedIn !== wasSignedIn()) keep('browser', name, isSignedIn)
}
