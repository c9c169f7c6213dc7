/** The address the bundler gives the picture. */
declare const address: string;
export default address;
