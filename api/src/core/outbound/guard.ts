/** Which addresses may be asked: looked at before anything is asked, and again when it is connected to. */
import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isLoopback, isPublic } from './is-public.ts'

/** Nobody may be asked at this address. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

export type Allows = (address: string) => boolean

/** Finds every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

export const allowing =
  (allowsLoopback: boolean): Allows =>
  (address) =>
    isPublic(address) || (allowsLoopback && isLoopback(address))

/** Whether it goes over plain http, which it may to this machine alone; throws where it may not be asked. */
export function requireWay(url: URL, allowsLoopback: boolean): boolean {
  const host = bareHost(url)
  if (url.username || url.password) throw refused(url)
  if (isIP(host) !== 0 && !allowing(allowsLoopback)(host)) throw refused(url)
  if (url.protocol === 'https:') return false
  const isHere = host === 'localhost' || isLoopback(host)
  if (url.protocol === 'http:' && allowsLoopback && isHere) return true
  throw refused(url)
}

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')
const refused = (url: URL) => new AddressRefused(`${url.host} may not be asked`)

/** Every address of a name has to be allowed: whichever is chosen then is. */
export function guarded(allows: Allows, resolve: Resolve): LookupFunction {
  const look = async (hostname: string) => {
    const found = await resolve(hostname)
    const [first] = found
    if (first && found.every(({ address }) => allows(address))) return { first, found }
    throw new AddressRefused(`${hostname} may not be asked`)
  }
  return async (hostname, options, callback) => {
    let looked: Awaited<ReturnType<typeof look>>
    try {
      looked = await look(hostname)
    } catch (error) {
      callback(error as NodeJS.ErrnoException, '', 4)
      return
    }
    const { first, found } = looked
    if (options.all) callback(null, [...found])
    else callback(null, first.address, first.family)
  }
}
