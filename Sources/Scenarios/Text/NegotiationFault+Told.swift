import Bargaining
import Tables

/// Its sentences hold nothing that varies.
extension NegotiationFault: Told {
  package var told: Message { Message(whole: description) }
}
