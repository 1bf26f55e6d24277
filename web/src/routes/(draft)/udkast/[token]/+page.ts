/** Like every citizen page: read without any script. */
export const csr = false;
