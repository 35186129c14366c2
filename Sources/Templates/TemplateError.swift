/// Why templates were not mined.
public enum TemplateError: Error, Equatable {
    case cancelled
    /// More texts than 2^31, more words than 2^32 or a text above 512 MB.
    case tooMuchText
}
