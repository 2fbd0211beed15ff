/** How a notice tells its reader which key it is about, and where that one is. */
import type { Key } from '@sonaqor/contract/keys'

/** Several keys may have one label: how its secret begins and ends tells it from the others. */
export function keyNotice({ id, label, environment, prefix, lastFour }: Key) {
  return {
    params: { keyId: id, label, environment, hint: `${prefix}…${lastFour}` },
    link: `/keys?environment=${environment}&key=${id}`,
  }
}
