import { byFile, type Catalogue } from './catalogue'

/** The English catalogue, one file per area. */
export default byFile(import.meta.glob<Catalogue>('./en/*.json', { eager: true, import: 'default' }))
