using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Zorgaanbieders.Register;

/// <summary>A provider and its contract.</summary>
public sealed class Zorgaanbieder : Aggregate
{
    private Zorgaanbieder()
    {
    }

    public string Agb { get; private set; } = "";
    public Contract Contract { get; private set; } = null!;

    public static Zorgaanbieder Contracteer(string agb, Contract contract, DateTimeOffset nu)
    {
        var zorgaanbieder = new Zorgaanbieder { Agb = agb };
        zorgaanbieder.Stel(contract, nu);
        return zorgaanbieder;
    }

    /// <summary>Replaces the contract. An equal contract announces nothing.</summary>
    public void Wijzig(Contract contract, DateTimeOffset nu)
    {
        if (!Contract.IsGelijkAan(contract)) Stel(contract, nu);
    }

    /// <summary>
    /// Gives a new client a place, if places are counted. This is not announced, because other services do not hold the capacity.
    /// </summary>
    public void NeemClientAan()
    {
        if (Contract.Capaciteit is { } vrij) Contract = Contract with { Capaciteit = Math.Max(0, vrij - 1) };
    }

    private void Stel(Contract contract, DateTimeOffset nu)
    {
        Contract = contract;
        Announce(new ZorgaanbiederGecontracteerd(
            Agb, contract.Naam, contract.Productcategorieen, contract.GeldigVan, contract.GeldigTot), nu);
    }
}

/// <summary>The contract with a provider.</summary>
/// <param name="Naam">Trade name.</param>
/// <param name="Productcategorieen">Two digits each (code list WMO020), in order, each once.</param>
/// <param name="GeldigVan">First day.</param>
/// <param name="GeldigTot">Last day; null when open.</param>
/// <param name="Capaciteit">The number of new clients that still fit; null when unknown.</param>
/// <param name="OpzegtermijnDagen">The days of notice when a client goes to another provider; null when not agreed.</param>
/// <param name="Aansluiting">How the provider receives assignments and answers them.</param>
public sealed record Contract(
    string Naam, IReadOnlyList<string> Productcategorieen, DateOnly GeldigVan, DateOnly? GeldigTot, int? Capaciteit, int? OpzegtermijnDagen,
    Aansluiting Aansluiting = Aansluiting.Berichten)
{
    /// <summary>The contracted codes, five characters each, in order; empty means every code of the categories.</summary>
    public IReadOnlyList<string> Productcodes { get; init; } = [];

    public bool Levert(Product product) =>
        Productcategorieen.Contains(product.Categorie) && (Productcodes.Count == 0 || Productcodes.Contains(product.Code));

    public bool Geldt(DateOnly dag) => GeldigVan <= dag && !(GeldigTot < dag);

    public bool IsGelijkAan(Contract ander) =>
        this with { Productcategorieen = [], Productcodes = [] } == ander with { Productcategorieen = [], Productcodes = [] }
        && Productcategorieen.SequenceEqual(ander.Productcategorieen) && Productcodes.SequenceEqual(ander.Productcodes);
}

/// <summary>How a provider receives its assignments and answers them.</summary>
public enum Aansluiting
{
    /// <summary>By the messages of iWmo.</summary>
    Berichten,
    /// <summary>On the platform itself, without messages.</summary>
    Platform,
}
