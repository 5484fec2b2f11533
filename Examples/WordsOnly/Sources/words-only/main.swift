import OnRecord

let mark = try Persona(at: "../../Personas/mark-zuckerberg")
var talk = Conversation(with: mark)

guard let quotation = talk.ask("When did you start FAIR?").quotations.first else {
  fatalError("By words alone, this is found")
}
print("“\(quotation.text)” \(quotation.citation)")
