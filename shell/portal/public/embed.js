/** An element of Sonaqor on a page of ours. */
import { useAddress } from './address.js'
import { useChoices } from './choices.js'

const { createElement: h } = window.React

/** A part of a page: a widget, or one view among others. */
export function Embed({ element, ...attributes }) {
  const { mode } = useChoices()
  return h('div', { className: 'desk' }, h(element, { mode, ...attributes }))
}

/** The view that a page is about: what is chosen in it is what our address says. */
export function MainEmbed({ element }) {
  const { search } = useAddress()
  return h(Embed, { element, state: search })
}
