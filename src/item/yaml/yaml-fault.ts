/** What is wrong in a YAML block and how to mend it; `offset` counts from the block's start. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

export function yamlFault(offset: number, message: string): YamlFault {
  return { offset, message };
}
