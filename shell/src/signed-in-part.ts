import { partOf } from './part.ts'

const part = partOf(() => import(/* webpackChunkName: "signed-in" */ './signed-in.ts'))

/** Fetches what the signed-in need, unless it is here. Never rejects. */
export const loadSignedIn = async (): Promise<void> => void (await part.load())

/** The part as it stands now. Whoever needs it asks for it at once, and again when the network is back. */
export const useSignedIn = part.useNow
