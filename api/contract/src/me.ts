/** Who is asking. */
import { Me } from './auth.ts'
import { get } from './endpoint.ts'

export const me = {
  show: get('/me', {
    access: 'member',
    withoutFactor: true,
    summary: 'Show who is signed in',
    reply: Me,
  }),
}
