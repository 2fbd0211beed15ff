/** Which types of events somebody may read: by their scope, and of their own apps where they are held to some. */
import { can, type Principal } from '../../../core/access/index.ts'
import { isOfTenant, offeredTypes, typeNamed } from './catalogue.ts'

/** Of these no key hears, nor any page. */
export const typesOfTenant: readonly string[] = offeredTypes
  .filter(isOfTenant)
  .map(({ name }) => name)

/** What is not in the catalogue any more nobody may read. */
export function mayRead(principal: Principal, typeName: string): boolean {
  const type = typeNamed(typeName)
  if (!type || !can(principal, type.scope)) return false
  return principal.appIds === 'all' || !isOfTenant(type)
}

export const readableTypes = (principal: Principal): readonly string[] =>
  offeredTypes.map(({ name }) => name).filter((name) => mayRead(principal, name))
