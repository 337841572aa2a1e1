/// Takes the bytes of a file as they are made, to write them or to compare them.
package protocol ByteSink: AnyObject {
  func append(_ buffer: ByteBuffer) throws(WriteError)
  /// Nothing more comes.
  func commit() throws(WriteError)
  /// What came is of no use.
  func abandon()
}

extension AtomicFileStream: ByteSink {}
