/* The same tree on the server and in the page. */
import { createElement as h } from 'react'
import { SonaqorKeys, SonaqorProvider } from '@sonaqor/embed/react'

export const tree = (props) => h(SonaqorProvider, props, h(SonaqorKeys, null, 'One moment'))
