const name = 'singleSpaNavigate'

/** What the page itself has under the name that single-spa claims when it is loaded. */
const ownOfPage = Object.getOwnPropertyDescriptor(globalThis, name)
Reflect.deleteProperty(globalThis, name)

/** Gives the page its name back; our own code imports what it needs. */
export function giveBack(): void {
  Reflect.deleteProperty(globalThis, name)
  if (ownOfPage) Object.defineProperty(globalThis, name, ownOfPage)
}
