/** What a host offers to the modules of its page, and the name that says which one it is. */
export { groundName, groundSheets } from '@sonaqor/ui/ground'
