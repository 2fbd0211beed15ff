/**
 * What is run in each sandbox before the code of an endpoint, and holds on to what that code may change.
 * Its clock stands still and it knows no chance: an attempt sends what the one before it sent. The real
 * `Date` stays behind its proxy, as no property leads to it.
 */
import { payloadBytesMax } from '@sonaqor/contract/webhook-bounds'

export const prelude = `((now) => {
  'use strict'
  const { parse, stringify } = JSON
  const { isArray } = Array
  const Failure = TypeError
  const Later = Promise
  const Real = Date
  const text = String

  Math.random = () => {
    throw new Failure('Math.random is not there: a transformation must come to the same with each attempt')
  }
  Real.now = () => now
  const Still = new Proxy(Real, {
    apply: () => new Real(now).toString(),
    construct: (_, given, target) =>
      Reflect.construct(Real, given.length === 0 ? [now] : given, target),
  })
  Real.prototype.constructor = Still
  globalThis.Date = Still

  const run = (transform, payload) => {
    const answer = transform(parse(payload))
    if (answer === null) return null
    if (answer === undefined) throw new Failure('transform answered nothing: return the event, or null')
    if (answer instanceof Later) throw new Failure('transform answered a promise: nothing here comes later')
    if (typeof answer !== 'object' || isArray(answer)) throw new Failure('transform must return an object, or null')
    const json = stringify(answer)
    if (typeof json !== 'string' || json[0] !== '{') throw new Failure('transform must return an object that JSON can hold, or null')
    if (json.length > ${payloadBytesMax}) throw new Failure('transform returned more than ${payloadBytesMax} bytes')
    return json
  }
  const describe = (thrown) => {
    if (thrown === null) return stringify({ message: 'It threw null, or ran out of memory.', stack: '' })
    if (typeof thrown !== 'object') return stringify({ message: text(thrown), stack: '' })
    const { name, message, stack } = thrown
    return stringify({ message: text(name) + ': ' + text(message), stack: text(stack) })
  }
  return { run, describe }
})`
